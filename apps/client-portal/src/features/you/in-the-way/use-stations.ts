import { stationsOf, type StationShown } from '@accord/domain/barrier/barrier'
import type { BarrierRegister, ShownBarrier } from '@accord/domain/rest/barriers'
import { useFormat } from '@accord/ui/messages/use-format'
import type { StationWords } from '@accord/ui/stations/stations'
import { nameOf } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'

/** The three stations in words; what was said at them stands below. (BA1) */
export function useStations({ people }: BarrierRegister, barrier: ShownBarrier): readonly StationWords[] {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const drawn = (shown: StationShown): StationWords => {
    const { station: id, standing } = shown
    switch (shown.standing) {
      case 'passed': {
        const { at, by } = shown.move
        const day = format.shortDay(new Date(at))
        const who =
          by === person.id
            ? t('inTheWay.byYou', { day })
            : t('inTheWay.by', { day, name: nameOf(people, by) ?? '' })
        return { id, standing, label: t(`inTheWay.${id}`), note: id === 'noticed' ? who : day }
      }
      case 'open': {
        if (shown.isAgain) return { id, standing, label: t('inTheWay.again') }
        const isTried = id === 'changed' && shown.since.words !== null
        return { id, standing, label: isTried ? t('inTheWay.trying') : t('inTheWay.next', { station: id }) }
      }
      case 'ahead':
        return { id, standing, label: t(`inTheWay.${id}`) }
    }
  }
  return stationsOf(barrier).map(drawn)
}
