import type { Page } from '@playwright/test'

/** What the server sent to a page over its sockets, as it came. */
export interface HeardFrames {
  forget(): void
  /** Everything but engine.io's own ping, which says nothing of anybody. */
  all(): readonly string[]
}

const recorded = new WeakMap<Page, string[]>()

/** Records what every socket of a page hears; a page opens its first one soon after it is signed in. */
export function recordFrames(page: Page): string[] {
  const frames: string[] = []
  recorded.set(page, frames)
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString()))
  })
  return frames
}

/** What a visitor's page hears from now on. */
export function framesHeardBy(page: Page): HeardFrames {
  const frames = recorded.get(page) ?? recordFrames(page)
  let from = frames.length
  return {
    forget: () => {
      from = frames.length
    },
    all: () => frames.slice(from).filter((frame) => frame !== PING),
  }
}

const PING = '2'
