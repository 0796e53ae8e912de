import { useState } from 'react'
import { BARRIER_KINDS, LONGEST_BARRIER, type BarrierKind } from '@accord/domain/barrier/barrier'
import type { BarrierRegister, BarriersOfClient } from '@accord/domain/rest/barriers'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { WordsDialog } from '../about/words-dialog.js'
import { noticeBarrier } from '../api/barriers.js'
import { useKept } from './use-kept.js'
import { useReaders } from './use-readers.js'

interface NoticeDialogProps {
  readonly register: BarrierRegister
  readonly of: BarriersOfClient
  readonly onClose: () => void
}

/** Says what gets in the way; nothing is noted behind anybody's back. (BA3) */
export function NoticeDialog({ register: { caseId }, of, onClose }: NoticeDialogProps) {
  const t = useWebMessages()
  const keep = useKept(caseId)
  const readers = useReaders(of)
  const [kind, setKind] = useState<BarrierKind | null>(null)
  const notice = async (words: string) => {
    if (kind !== null) await keep(() => noticeBarrier(caseId, { client: of.client, kind, words }))
  }
  return (
    <WordsDialog
      title={t('barriers.notice')}
      choice={{
        label: t('barriers.kind'),
        choices: BARRIER_KINDS.map((id) => ({ id, label: t(`barriers.kind.${id}`) })),
        chosen: kind,
        onChoose: setKind,
      }}
      words={{
        label: t('barriers.words', { name: givenName(of.name) }),
        longest: LONGEST_BARRIER,
        sees: t('barriers.noticeSees', { names: readers, name: givenName(of.name) }),
        textId: `${of.client} barrier`,
      }}
      save={t('barriers.noticeSave')}
      onSave={notice}
      onClose={onClose}
    />
  )
}
