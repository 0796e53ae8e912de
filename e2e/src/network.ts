import type { Page, WebSocketRoute } from '@playwright/test'

/** A wire between a page and the server that a test can cut and mend. */
export interface Wire {
  cut(): Promise<void>
  mend(): Promise<void>
}

/** Puts the page's sockets through a wire; the page is loaded anew, so that it opens all of them through it. */
export async function wire(page: Page): Promise<Wire> {
  let whole = true
  const open = new Set<WebSocketRoute>()
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (!whole) {
      void socket.close()
      return
    }
    open.add(socket)
    socket.connectToServer()
  })
  await page.reload()
  return {
    cut: async () => {
      whole = false
      await page.context().setOffline(true)
      await Promise.all([...open].map((socket) => socket.close()))
      open.clear()
    },
    mend: async () => {
      whole = true
      await page.context().setOffline(false)
    },
  }
}
