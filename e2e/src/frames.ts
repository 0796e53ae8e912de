import type { Page } from '@playwright/test'

/** What the server sent to a page over its sockets, as it came. */
export interface HeardFrames {
  forget(): void
  /** Everything but engine.io's own ping, which says nothing of anybody. */
  all(): readonly string[]
}

/** Listens to every socket that the page opens from now on. */
export function framesHeardBy(page: Page): HeardFrames {
  let frames: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString()))
  })
  return {
    forget: () => (frames = []),
    all: () => frames.filter((frame) => frame !== PING),
  }
}

const PING = '2'
