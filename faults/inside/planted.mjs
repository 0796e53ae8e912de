import { setTimeout as sleep } from 'node:timers/promises'
import { around, partOfApi } from './around.mjs'

/** How long the debouncing bug waits before it stores, in ms. */
const DEBOUNCE = 2_000
/** How much may wait for a slow reader before the dropping bug drops, in bytes. */
const DROPS_ABOVE = 64 * 1024

const part = {
  room: async () => (await partOfApi('live-plan/plan-room')).PlanRoom,
  rights: async () => (await partOfApi('live-plan/room-rights')).RoomRights,
  sessions: async () => (await partOfApi('live-plan/sessions')).Sessions,
  lane: async () => (await partOfApi('database/lane-connection')).LaneConnection,
  store: async () => (await partOfApi('live-plan/entry-store')).EntryStore,
  tabs: async () => (await partOfApi('live-plan/tabs')).Tabs,
}

/**
 * Does something with an operation as soon as it is staged, which is too early for anything.
 *
 * @param {(room: any, staged: any) => void} early
 */
async function onceStaged(early) {
  around(await part.room(), 'stage', function (proceed, [asked]) {
    proceed()
    const staged = this.tail.staged.at(-1)
    if (staged?.asked === asked) early(this, staged)
  })
}

/** The usual defects of live-editing servers, each as it would be made in this one. (NF8) @type {Readonly<Record<string, () => Promise<void>>>} */
export const PLANTED = {
  'ack-before-commit': async () => {
    const { acceptedMessage } = await partOfApi('live-plan/room-state')
    await onceStaged((room, { asked, known }) =>
      asked.answer({ kind: 'accepted', message: acceptedMessage(room.log, known) }),
    )
  },

  'broadcast-before-commit': () =>
    onceStaged((room, { asked, known }) =>
      room.members.changed(known.seq, JSON.stringify(known), asked.connection),
    ),

  'no-dedupe': async () => {
    around(await part.tabs(), 'number', (proceed) => {
      const numbered = proceed()
      return numbered === 'waiting' || numbered === 'stored' ? 'next' : numbered
    })
  },

  'asynchronous-commit': async () => {
    // A start asks for it as the application's role: it is turned off where the entries are on their way. (FT16)
    around(await part.lane(), 'connect', async function (proceed) {
      const client = await proceed()
      await client.query('SET synchronous_commit = off')
      return client
    })
  },

  'stale-head': async () => {
    around(await part.room(), 'stagedOf', function (proceed) {
      const { tail } = this
      const { state } = tail
      if (!state) return proceed()
      const position = { ...state.position, hash: this.confirmedState.position.hash }
      Object.defineProperty(tail, 'state', { value: { ...state, position }, configurable: true })
      try {
        return proceed()
      } finally {
        delete tail.state
      }
    })
  },

  'notify-only-revocation': async () => {
    const rights = await part.rights()
    const isKnown = (/** @type {any} */ self) => self.readAt !== -Infinity
    around(rights, 'isFresh', function () {
      return isKnown(this)
    })
    around(rights, 'refresh', function (proceed) {
      return isKnown(this) ? Promise.resolve() : proceed()
    })
    // The notification is what was lost.
    around(rights, 'doubt', () => undefined)
  },

  'chain-ahead-of-commit': () =>
    onceStaged((room, { after }) => {
      room.confirmedState = after
    }),

  'debounced-storing': async () => {
    around(await part.store(), 'store', (proceed, [{ entries }]) => {
      void sleep(DEBOUNCE).then(proceed)
      return Promise.resolve(new Set(entries.map((/** @type {any} */ { log }) => log)))
    })
  },

  'slow-reader-dropped': async () => {
    around(await part.sessions(), 'tell', (proceed, [outbox, { event }]) => {
      if (event !== 'changed' || outbox.waiting < DROPS_ABOVE) proceed()
    })
  },
}
