import { Navigate } from 'react-router'
import { roomsOf } from '../lib/rooms.js'
import { useSelf } from '../lib/self-context.js'

/** Whoever comes in stands in the first of the rooms that are theirs. */
export function FirstRoom() {
  const [first = 'clients'] = roomsOf(useSelf())
  return <Navigate to={`/${first}`} replace />
}
