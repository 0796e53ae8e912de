import { useEffect, useRef } from 'react'
import { isSingleKey } from '../../lib/keys.js'
import type { ConsoleRoom } from '../../lib/rooms.js'

/** How long after G the second letter may take, in ms. */
const SECOND_LETTER_WITHIN = 1_500

/** Where the second letter leads. */
const LETTERS: Readonly<Record<string, ConsoleRoom>> = {
  t: 'today',
  c: 'clients',
  r: 'reviews',
  s: 'supervision',
  a: 'administration',
}

interface RoomKeys {
  /** The rooms that this person has. */
  readonly rooms: readonly ConsoleRoom[]
  readonly go: (address: string) => void
  readonly showShortcuts: () => void
}

/** G and a room's letter to go there, and ? for all keys; only while single keys are turned on and nobody types. */
export function useRoomKeys(keys: RoomKeys, hasSingleKeys: boolean): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!hasSingleKeys) return undefined
    let goingAt = -Infinity
    const onKey = (event: KeyboardEvent) => {
      if (!isSingleKey(event)) return
      const key = event.key.toLowerCase()
      const isGoing = event.timeStamp - goingAt < SECOND_LETTER_WITHIN
      const named = isGoing ? LETTERS[key] : undefined
      const room = latest.current.rooms.find((one) => one === named)
      goingAt = key === 'g' ? event.timeStamp : -Infinity
      if (room === undefined && key !== '?') return
      event.preventDefault()
      if (room === undefined) latest.current.showShortcuts()
      else latest.current.go(`/${room}`)
    }
    // Before the keys of a page, whose own A has another meaning than the second letter here.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [hasSingleKeys])
}
