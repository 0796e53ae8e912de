import { LONGEST_BARRIER_WORDS } from '@accord/domain/barrier/barrier'
import type { CaseId } from '@accord/domain/ids'
import type { BarriersOfClient, ShownBarrier } from '@accord/domain/rest/barriers'
import { Sheet } from '@accord/ui/controls/sheet'
import { sayOfBarrier } from '../../../lib/barriers.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { WordsForm } from './words-form.js'

interface SaySheetProps {
  readonly caseId: CaseId
  readonly of: BarriersOfClient
  readonly barrier: ShownBarrier
  readonly onClose: () => void
}

/** How it is for oneself, in one's own words. (BA2) */
export function SaySheet({ caseId, of, barrier, onClose }: SaySheetProps) {
  const t = usePortalMessages()
  const after = barrier.entries.length
  return (
    <Sheet title={t('inTheWay.say')} isOpen onClose={onClose}>
      <p className="pt-barrier-about" dir="auto">
        {barrier.words}
      </p>
      <WordsForm
        caseId={caseId}
        of={of}
        form={`in the way ${barrier.id}`}
        label={t('inTheWay.sayWords')}
        hint={t('inTheWay.sayWords.hint')}
        longest={LONGEST_BARRIER_WORDS}
        isReady
        onTry={() => undefined}
        onSave={(words) => sayOfBarrier(caseId, barrier.id, { after, words })}
        onSaved={onClose}
      />
    </Sheet>
  )
}
