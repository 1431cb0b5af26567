/**
 * BoringSSL as netty-tcnative builds it. Classes that netty-tcnative may lack at run time are
 * touched only behind {@code BoringSslLibrary}. Start with {@link
 * dev.lockjaw.transport.boringssl.BoringSslTransport}.
 */
package dev.lockjaw.transport.boringssl;
