import { stationsOf, type StationShown } from '@accord/domain/barrier/barrier'
import type { BarrierRegister, ShownBarrier } from '@accord/domain/rest/barriers'
import { useFormat } from '@accord/ui/messages/use-format'
import type { StationWords } from '@accord/ui/stations/stations'
import { givenName, personOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** The three stations in words: when, who, and what is being tried or what changed. (BA1) */
export function useStations({ people }: BarrierRegister, barrier: ShownBarrier): readonly StationWords[] {
  const t = useWebMessages()
  const format = useFormat()
  const day = (at: number) => format.shortDay(new Date(at))
  const nameOf = (by: ShownBarrier['client']) => givenName(personOf(people, by)?.name ?? '')
  const drawn = (shown: StationShown): StationWords => {
    const { station: id, standing } = shown
    switch (shown.standing) {
      case 'passed': {
        const { at, by, words } = shown.move
        const when = id === 'noticed' ? t('barriers.by', { day: day(at), name: nameOf(by) }) : day(at)
        const isLast = id === 'changed'
        return { id, standing, label: t(`barriers.${id}`), note: (isLast ? words : null) ?? when }
      }
      case 'open': {
        const { since, isAgain } = shown
        if (isAgain) return { id, standing, label: t('barriers.again'), note: since.words ?? undefined }
        const isTried = id === 'changed' && since.words !== null
        const label = isTried ? t('barriers.trying') : t('barriers.next', { station: id })
        return { id, standing, label, note: since.words ?? undefined }
      }
      case 'ahead':
        return { id, standing, label: t(`barriers.${id}`) }
    }
  }
  return stationsOf(barrier).map(drawn)
}
