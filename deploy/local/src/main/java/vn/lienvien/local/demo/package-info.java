/** Real cases, played against a running system by their parties, and told as they happen. */
package vn.lienvien.local.demo;
