/** The one origin: routes to the services, the live stream unbuffered, the token issuer. */
package vn.lienvien.local.edge;
