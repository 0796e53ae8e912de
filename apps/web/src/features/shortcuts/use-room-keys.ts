import { useEffect, useRef } from 'react'
import { isSingleKey } from '../../lib/keys.js'

/** How long after G the second letter may take, in ms. */
const SECOND_LETTER_WITHIN = 1_500

/** Where the second letter goes, by the rooms that exist. */
const ROOMS: Readonly<Record<string, string>> = { c: '/clients', r: '/reviews' }

interface RoomKeys {
  readonly go: (address: string) => void
  readonly showShortcuts: () => void
}

/** G then C for Clients, G then R for Reviews, and ? for all keys; only while single keys are turned on and nobody types. */
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
      const room = event.timeStamp - goingAt < SECOND_LETTER_WITHIN ? ROOMS[key] : undefined
      goingAt = key === 'g' ? event.timeStamp : -Infinity
      if (room === undefined && key !== '?') return
      event.preventDefault()
      if (room === undefined) latest.current.showShortcuts()
      else latest.current.go(room)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [hasSingleKeys])
}
