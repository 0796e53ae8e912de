import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leanSocket } from '../../packages/ui/scripts/lean-socket.mjs'

const api = process.env.ACCORD_CONSOLE ?? 'http://127.0.0.1:4000'

/** The API answers requests of its own origin only (ID7); to it the dev server speaks as that origin. */
const asOwnOrigin = {
  target: api,
  changeOrigin: true,
  ws: true,
  configure: (proxy) => {
    const speak = (request) => request.setHeader('origin', api)
    proxy.on('proxyReq', speak)
    proxy.on('proxyReqWs', speak)
  },
}

export default defineConfig({
  plugins: [react(), leanSocket()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    // The content security policy allows no inline script and no `data:` font.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The sizes that count are gzipped, and printed after the build.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
  server: { proxy: { '/api': asOwnOrigin, '/socket.io': asOwnOrigin } },
})
