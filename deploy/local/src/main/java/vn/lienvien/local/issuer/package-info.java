/**
 * Signs tokens for invented people, on this machine only; in production an OpenID Connect issuer.
 */
package vn.lienvien.local.issuer;
