/** How secrets of this machine are kept. */
package vn.lienvien.local.secret;
