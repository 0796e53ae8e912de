import { expect, it } from '@jest/globals'
import type { CaseId } from '@accord/domain/ids'
import type { StirredMessage } from '@accord/domain/sync/wire'
import type { ConnectionListener, LiveConnection } from './connection.js'
import { hearStirs } from './hear-stirs.js'

const STIRRED: StirredMessage = { caseId: 'c' as CaseId, of: 'ending' }

/** A server that comes and goes, and how many connections it has. */
function aServer() {
  const listeners = new Set<ConnectionListener>()
  const open = (): LiveConnection => {
    let own: ConnectionListener | null = null
    return {
      isConnected: () => false,
      send: () => undefined,
      listen: (listener) => {
        own = listener
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => {
        if (own) listeners.delete(own)
      },
    }
  }
  const tell = (what: (listener: ConnectionListener) => void) => [...listeners].forEach(what)
  return { open, tell, count: () => listeners.size }
}

function look(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

it('[PU3] hears while the page is looked at, and asks for everything after it was away', () => {
  const server = aServer()
  const heard: (StirredMessage | 'missed')[] = []
  const listener = {
    stirred: (one: StirredMessage) => heard.push(one),
    missed: () => heard.push('missed'),
  }
  const end = hearStirs(listener, server.open)
  const come = () => server.tell((one) => one.connected())
  come()
  server.tell((one) => one.heard({ event: 'stirred', message: STIRRED }))
  expect(heard).toEqual([STIRRED])
  server.tell((one) => one.disconnected())
  come()
  expect(heard).toEqual([STIRRED, 'missed'])
  look('hidden')
  expect(server.count()).toBe(0)
  look('visible')
  come()
  expect(heard).toEqual([STIRRED, 'missed', 'missed'])
  end()
  look('hidden')
  look('visible')
  expect(server.count()).toBe(0)
})

it('[PU3] hears nothing more once nobody is signed in', () => {
  const server = aServer()
  hearStirs({ stirred: () => undefined, missed: () => undefined }, server.open)
  server.tell((one) => one.signedOut())
  look('visible')
  expect(server.count()).toBe(0)
})
