import type { Self } from '@accord/domain/rest/self'

/** A room of the console, as its address begins. */
export type ConsoleRoom = 'today' | 'clients' | 'reviews' | 'administration'

/** The rooms that somebody has: clinical work for who does any, reviews for supervisors, administration for administrators. (AC3) */
export function roomsOf({ roles }: Self): readonly ConsoleRoom[] {
  const isClinical = roles.includes('practitioner') || roles.includes('supervisor')
  const rooms: ConsoleRoom[] = isClinical ? ['today', 'clients'] : []
  if (roles.includes('supervisor')) rooms.push('reviews')
  return roles.includes('administrator') ? [...rooms, 'administration'] : rooms
}
