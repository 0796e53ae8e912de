import type { StirredMessage } from '@accord/domain/sync/wire'
import type { LiveConnection } from './connection.js'
import { connect } from './page-connection.js'

interface StirListener {
  readonly stirred: (message: StirredMessage) => void
  /** The connection was away: what was told meanwhile is not known. */
  readonly missed: () => void
}

/** Hears what stands otherwise, while the page is looked at. (PU3) @returns what ends it */
export function hearStirs(listener: StirListener, open: () => LiveConnection = connect): () => void {
  let connection: LiveConnection | null = null
  let isOver = false
  let wasAway = false
  const close = () => {
    connection?.close()
    connection = null
  }
  const look = () => {
    if (document.visibilityState === 'hidden') {
      wasAway = true
      close()
    } else if (!isOver) connection ??= listening()
  }
  const end = () => {
    isOver = true
    document.removeEventListener('visibilitychange', look)
    close()
  }
  const back = () => {
    if (wasAway) listener.missed()
    wasAway = false
  }
  const listening = () => {
    const opened = open()
    opened.listen({
      connected: back,
      disconnected: () => void (wasAway = true),
      // Nobody is signed in here any more: nothing is told to whoever that was.
      signedOut: end,
      heard: (heard) => {
        if (heard.event === 'stirred') listener.stirred(heard.message)
      },
    })
    if (opened.isConnected()) back()
    return opened
  }
  document.addEventListener('visibilitychange', look)
  look()
  return end
}
