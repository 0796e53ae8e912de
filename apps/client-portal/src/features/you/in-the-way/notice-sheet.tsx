import { useState } from 'react'
import { BARRIER_KINDS, LONGEST_BARRIER, type BarrierKind } from '@accord/domain/barrier/barrier'
import type { CaseId } from '@accord/domain/ids'
import type { BarriersOfClient } from '@accord/domain/rest/barriers'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { Sheet } from '@accord/ui/controls/sheet'
import { noticeBarrier } from '../../../lib/barriers.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { WordsForm } from './words-form.js'

interface NoticeSheetProps {
  readonly caseId: CaseId
  readonly of: BarriersOfClient
  readonly onClose: () => void
}

/** Says that something gets in one's way. (BA2) */
export function NoticeSheet({ caseId, of, onClose }: NoticeSheetProps) {
  const t = usePortalMessages()
  const [kind, setKind] = useState<BarrierKind | null>(null)
  const [isAsked, setAsked] = useState(false)
  const notice = async (words: string) => {
    if (kind !== null) await noticeBarrier(caseId, { client: of.client, kind, words })
  }
  return (
    <Sheet title={t('inTheWay.addTitle')} isOpen onClose={onClose}>
      <WordsForm
        caseId={caseId}
        of={of}
        form={`in the way ${caseId}`}
        label={t('inTheWay.words')}
        hint={t('inTheWay.words.hint')}
        longest={LONGEST_BARRIER}
        isReady={kind !== null}
        onTry={() => setAsked(true)}
        onSave={notice}
        onSaved={onClose}
      >
        <OnePill
          label={t('inTheWay.kind')}
          choices={BARRIER_KINDS.map((id) => ({ id, label: t(`inTheWay.kind.${id}`) }))}
          chosen={kind}
          onChoose={setKind}
          error={isAsked && kind === null ? t('inTheWay.missingKind') : undefined}
        />
      </WordsForm>
    </Sheet>
  )
}
