import { useState } from 'react'
import type { ShownBarrier } from '@accord/domain/rest/barriers'
import type { BarrierRegister, BarriersOfClient } from '@accord/domain/rest/barriers'
import { Button } from '@accord/ui/controls/button'
import { Stations } from '@accord/ui/stations/stations'
import { AddedBeside } from '../../../lib/added/added-beside.js'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { BarrierDialog } from './barrier-dialog.js'
import { useStations } from './use-stations.js'

interface BarrierRowProps {
  readonly register: BarrierRegister
  readonly of: BarriersOfClient
  readonly barrier: ShownBarrier
}

/** One thing that gets in the way: what it is, its kind, where it stands, and the way to what was said of it. (BA1) */
export function BarrierRow({ register, of, barrier }: BarrierRowProps) {
  const t = useWebMessages()
  const [isOpen, setOpen] = useState(false)
  const stations = useStations(register, barrier)
  const { words, kind, cue } = barrier
  return (
    <li className="web-barrier">
      <div className="web-barrier-what">
        <b dir="auto">{words}</b>
        <span className="ac-muted">{t(`barriers.kind.${kind}`)}</span>
        {cue !== null && (
          <span className="web-barrier-cue">
            {cue.kind === 'said'
              ? t('barriers.cue.said', { name: givenName(of.name) })
              : t('barriers.cue.untouched', { sessions: cue.sessions })}
          </span>
        )}
      </div>
      <Stations label={t('barriers.stations', { words })} stations={stations} />
      <Button
        kind="quiet"
        size="small"
        aria-label={t('barriers.openNamed', { words })}
        onPress={() => setOpen(true)}
      >
        {t('barriers.open')}
      </Button>
      <AddedBeside
        caseId={register.caseId}
        isHere={({ kind, item }) => kind === 'barrier' && item === barrier.id}
      />
      {isOpen && (
        <BarrierDialog register={register} of={of} barrier={barrier} onClose={() => setOpen(false)} />
      )}
    </li>
  )
}
