import { useState } from 'react'
import type { BarrierRegister, BarriersOfClient, ShownBarrier } from '@accord/domain/rest/barriers'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { Stations } from '@accord/ui/stations/stations'
import { AddTo } from '../../../lib/add-to.js'
import { nameOf } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { SaySheet } from './say-sheet.js'
import { useStations } from './use-stations.js'

interface BarrierCardProps {
  readonly register: BarrierRegister
  readonly of: BarriersOfClient
  readonly barrier: ShownBarrier
}

/** One thing that gets in the way: where it stands, what either said of it, and one's own say. (BA1, BA2) */
export function BarrierCard({ register, of, barrier }: BarrierCardProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const stations = useStations(register, barrier)
  const [isSaying, setSaying] = useState(false)
  const { id, words, kind, entries } = barrier
  const saidBy = (by: string, at: number) => {
    const day = format.moment(new Date(at), new Date())
    if (by === person.id) return t('inTheWay.saidYou', { day })
    const name = register.people.find((one) => one.person === by)
    return t('inTheWay.saidName', { name: (name && nameOf(register.people, name.person)) ?? '', day })
  }
  return (
    <li className="pt-barrier">
      <h3 dir="auto">{words}</h3>
      <p className="ac-muted ac-small">{t(`inTheWay.kind.${kind}`)}</p>
      <Stations label={t('inTheWay.stations', { words })} stations={stations} />
      <ul className="pt-barrier-said">
        {entries.map(
          ({ seq, by, at, words: said }) =>
            said !== null && (
              <li key={seq}>
                <span dir="auto">{said}</span>
                <small>{saidBy(by, at)}</small>
              </li>
            ),
        )}
      </ul>
      <AddTo caseId={register.caseId} place={{ kind: 'barrier', item: id, entry: 0 }} title={words} />
      {register.mayWrite && (
        <Button block aria-label={t('inTheWay.sayNamed', { words })} onPress={() => setSaying(true)}>
          {t('inTheWay.say')}
        </Button>
      )}
      {isSaying && (
        <SaySheet caseId={register.caseId} of={of} barrier={barrier} onClose={() => setSaying(false)} />
      )}
    </li>
  )
}
