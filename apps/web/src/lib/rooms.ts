import type { Self } from '@accord/domain/rest/self'

/** A room of the console, as its address begins. */
export type ConsoleRoom = 'today' | 'clients' | 'reviews' | 'supervision' | 'administration'

/**
 * The rooms that somebody has: clinical work for who does any, reviews for supervisors, supervision for practitioners,
 * administration for administrators. (AC3)
 */
export function roomsOf({ roles }: Self): readonly ConsoleRoom[] {
  const isClinical = roles.includes('practitioner') || roles.includes('supervisor')
  const rooms: ConsoleRoom[] = isClinical ? ['today', 'clients'] : []
  if (roles.includes('supervisor')) rooms.push('reviews')
  if (roles.includes('practitioner')) rooms.push('supervision')
  return roles.includes('administrator') ? [...rooms, 'administration'] : rooms
}
