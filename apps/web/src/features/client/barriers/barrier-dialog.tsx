import { useState } from 'react'
import { isBack, STATIONS, type Station } from '@accord/domain/alliance/station'
import { LONGEST_BARRIER_WORDS, stationOf } from '@accord/domain/barrier/barrier'
import type { BarrierRegister, BarriersOfClient, ShownBarrier } from '@accord/domain/rest/barriers'
import { Dialog } from '@accord/ui/controls/dialog'
import { refusalCode } from '../../../lib/request-failure.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { WordsDialog } from '../about/words-dialog.js'
import { moveBarrier, sayOfBarrier } from '../api/barriers.js'
import { BarrierHistory } from './barrier-history.js'
import { useKept } from './use-kept.js'
import { useReaders } from './use-readers.js'

interface BarrierDialogProps {
  readonly register: BarrierRegister
  readonly of: BarriersOfClient
  readonly barrier: ShownBarrier
  readonly onClose: () => void
}

/** What was said and done about it, and for its practitioner what comes next. (BA2) */
export function BarrierDialog({ register, of, barrier, onClose }: BarrierDialogProps) {
  if (register.mayMove)
    return <GoOn key={barrier.id} register={register} of={of} barrier={barrier} onClose={onClose} />
  return (
    <Dialog title={barrier.words} isOpen onClose={onClose}>
      <BarrierHistory people={register.people} barrier={barrier} />
    </Dialog>
  )
}

function GoOn({ register: { caseId, people }, of, barrier, onClose }: BarrierDialogProps) {
  const t = useWebMessages()
  const keep = useKept(caseId)
  const readers = useReaders(of)
  const present = stationOf(barrier)
  const [chosen, choose] = useState<Station | 'said' | null>(null)
  const after = barrier.entries.length
  const isReason = chosen !== null && chosen !== 'said' && isBack(present, chosen)
  const goOn = async (written: string) => {
    const words = written === '' ? null : written
    if (chosen === null) return
    if (chosen !== 'said')
      return keep(() => moveBarrier(caseId, barrier.id, { after, station: chosen, words }))
    if (words !== null) await keep(() => sayOfBarrier(caseId, barrier.id, { after, words }))
  }
  const labelOf = (station: Station) =>
    t(isBack(present, station) ? 'barriers.moveBack' : 'barriers.moveOn', { station })
  return (
    <WordsDialog
      title={barrier.words}
      choice={{
        label: t('barriers.next.question'),
        choices: [
          ...STATIONS.filter((id) => id !== present).map((id) => ({ id, label: labelOf(id) })),
          { id: 'said', label: t('barriers.say') },
        ],
        chosen,
        onChoose: choose,
      }}
      words={{
        label: isReason ? t('barriers.reason') : t('barriers.about', { station: chosen ?? 'said' }),
        longest: LONGEST_BARRIER_WORDS,
        sees: t('barriers.sees', { names: readers }),
        textId: `${barrier.id} barrier`,
      }}
      save={t('barriers.save')}
      isWordless={chosen !== 'said' && !isReason}
      onSave={goOn}
      troubleOf={(error) => (refusalCode(error) === 'words-changed' ? t('barriers.meanwhile') : null)}
      onClose={onClose}
    >
      <BarrierHistory people={people} barrier={barrier} />
    </WordsDialog>
  )
}
