import type { AlarmReason } from '@accord/domain/history/alarm'
import type { HistoryAlarm } from '@accord/domain/rest/alarms'
import type { useFormat } from '@accord/ui/messages/use-format'
import type { WebTranslate } from '../use-web-messages.js'

interface Words {
  readonly t: WebTranslate
  readonly format: ReturnType<typeof useFormat>
  readonly now: Date
}

/** Witnesses compare records with what they saw; checks find the first entry that does not hold. */
function isOfACheck({ found, reason }: HistoryAlarm): boolean {
  return found !== 'witness' && reason !== 'key-missing'
}

/** What is wrong with no entry in particular. */
const OF_THE_WHOLE = ['head-differs', 'key-missing', 'forged', 'other-key', 'two-roots', 'older'] as const
type OfTheWhole = (typeof OF_THE_WHOLE)[number]

function isOfTheWhole(reason: AlarmReason): reason is OfTheWhole {
  return (OF_THE_WHOLE as readonly AlarmReason[]).includes(reason)
}

/** Which entry, and what is wrong with it. */
export function reasonWords(
  { t }: Pick<Words, 't'>,
  { reason, seq }: Pick<HistoryAlarm, 'reason' | 'seq'>,
): string {
  return isOfTheWhole(reason) ? t(`alarm.reason.${reason}`) : t(`alarm.reason.${reason}`, { seq })
}

/** What can still be relied on. */
export function standsWords({ t }: Words, alarm: HistoryAlarm): string {
  if (alarm.reason === 'key-missing') return t('alarm.stands.sealed', { entries: alarm.entries })
  if (!isOfACheck(alarm)) return t('alarm.stands.compared', { entries: alarm.entries })
  const count = alarm.reason === 'head-differs' ? alarm.entries : Math.max(0, alarm.seq - 1)
  return t('alarm.stands.before', { count })
}

/** When it was found, and by whom. */
export function foundWords({ t, format, now }: Words, { found, reporter, at }: HistoryAlarm): string {
  return t(`alarm.found.${found}`, { when: format.moment(new Date(at), now), name: reporter?.name ?? '' })
}
