import type { ShownTo } from '@accord/domain/alliance/check-in'
import type { OwnCheckIn } from '@accord/domain/rest/alliance'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../lib/people.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface ShownToWords {
  /** "Mara": whom one works with. */
  readonly practitioners: string
  readonly hasSupervisor: boolean
  /** "Mara and Ruth, after you’ve talked." */
  readonly sentence: (shownTo: ShownTo) => string
  /** What that means for everybody else. */
  readonly note: (shownTo: ShownTo) => string
}

/** Who sees a check-in and when, in words. (CI3) */
export function useShownToWords({ people }: Pick<OwnCheckIn, 'people'>): ShownToWords {
  const t = usePortalMessages()
  const format = useFormat()
  const named = (relation: string) =>
    format.list(people.filter((one) => one.relation === relation).map(({ name }) => firstName(name)))
  const [practitioners, supervisors] = [named('practitioner'), named('supervisor')]
  const readers = format.list(people.map(({ name }) => firstName(name)))
  const hasSupervisor = supervisors !== ''
  const others = hasSupervisor ? 'some' : 'other'
  return {
    practitioners,
    hasSupervisor,
    sentence: (shownTo) => {
      if (shownTo === 'supervisor') return t('checkIn.shownTo.supervisor', { supervisors })
      return t(`checkIn.shownTo.${shownTo}`, { readers })
    },
    note: (shownTo) => {
      if (shownTo === 'supervisor') return t('checkIn.note.supervisor', { practitioners, supervisors })
      if (shownTo === 'now') return t('checkIn.note.now', { practitioners, supervisors, others })
      return t('checkIn.note.after-talk')
    },
  }
}
