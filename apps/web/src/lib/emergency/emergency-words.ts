import type { EmergencyPart } from '@accord/domain/emergency/opening'
import type { EmergencyLine } from '@accord/domain/rest/emergency'
import type { Format } from '@accord/ui/messages/format'
import type { WebTranslate } from '../use-web-messages.js'

/** "the safety plan and the goals". */
export function partsWords(t: WebTranslate, format: Format, parts: readonly EmergencyPart[]): string {
  return format.list(parts.map((part) => t(`emergency.part.${part}`)))
}

/** Who opened whose record, and nothing of what or why: somebody else may be looking. (EM9) */
export function openingTitle(t: WebTranslate, { by, client, isOwn }: EmergencyLine): string {
  return isOwn ? t('emergency.opened.own', { client }) : t('emergency.opened', { by, client })
}

/** Until when a review is due, or since when it is overdue. (EM12, EM13) */
export function dueWords(t: WebTranslate, format: Format, line: EmergencyLine, now: Date): string {
  const when = format.moment(new Date(line.reviewDueAt), now)
  return t(isOverdue(line, now) ? 'emergency.overdue' : 'emergency.due', { when })
}

export function isOverdue({ review, reviewDueAt }: EmergencyLine, now: Date): boolean {
  return review === null && reviewDueAt < now.getTime()
}
