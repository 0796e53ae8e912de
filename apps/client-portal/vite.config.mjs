import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leanSocket } from '../../packages/ui/scripts/lean-socket.mjs'

const api = process.env.ACCORD_PORTAL_API ?? 'http://127.0.0.1:4001'

export default defineConfig({
  plugins: [react(), leanSocket()],
  // The server puts a fresh nonce in its place with every page.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    // Fonts and pictures come from the portal's own origin, never from inside a stylesheet.
    assetsInlineLimit: 0,
  },
  server: {
    port: 4101,
    proxy: { '/api': { target: api }, '/socket.io': { target: api, ws: true } },
  },
})
