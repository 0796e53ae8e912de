import type { ComfortField } from '../case/comfort.js'

/** What a client says about a room that somebody can see to before they come. (SE16) */
export const ROOM_FIELDS = [
  'temperature',
  'light',
  'sound',
  'touch',
  'scent',
] as const satisfies readonly ComfortField[]
export type RoomField = (typeof ROOM_FIELDS)[number]
