/**
 * The system's OpenSSL 3, through JNA. Classes named after a library have its functions under their
 * own names. Start with {@link dev.lockjaw.transport.openssl.OpenSslTransport}.
 */
package dev.lockjaw.transport.openssl;
