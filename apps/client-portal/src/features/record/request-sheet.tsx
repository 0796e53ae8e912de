import { useState } from 'react'
import { uuidV7, type CaseId } from '@accord/domain/ids'
import { dueAt, LONGEST_REQUEST_WORDS, type RequestKind } from '@accord/domain/privacy/request'
import type { CaseSummary } from '@accord/domain/rest/case'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { Sheet } from '@accord/ui/controls/sheet'
import { TextField } from '@accord/ui/controls/text-field'
import { useFormat } from '@accord/ui/messages/use-format'
import { useMakeRequest } from '../../lib/own-requests.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { practitionersOf } from './case-names.js'

interface RequestSheetProps {
  readonly kind: RequestKind
  readonly cases: readonly CaseSummary[]
  readonly onClose: () => void
}

const ALL = 'all'

/** Says what will happen, by when and what is kept, and asks for it in the person's own words. (DR10, DR12) */
export function RequestSheet({ kind, cases, onClose }: RequestSheetProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const [{ id, openedAt }] = useState(begun)
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [about, setAbout] = useState<CaseId | typeof ALL>(
    cases.length === 1 ? (cases[0]?.caseId ?? ALL) : ALL,
  )
  const asking = useMakeRequest(() => {
    toasts.add({ kind: 'done', words: t('requests.sent') })
    onClose()
  })
  const press = () => {
    const said = cleanText(words).trim()
    setMissing(said === '')
    if (said !== '') asking.mutate({ id, kind, caseId: about === ALL ? null : about, words: said })
  }
  const choices = [
    { id: ALL, label: t('requests.about.all') } as const,
    ...cases.map((one) => ({
      id: one.caseId,
      label: t('record.case', { names: format.list(practitionersOf(one)) }),
    })),
  ]
  return (
    <Sheet title={t(`requests.${kind}`)} isOpen onClose={onClose}>
      <div className="pt-take">
        <p>{t(`requests.${kind}.what`)}</p>
        {kind === 'erasure' && <p>{t('requests.erasure.kept')}</p>}
        <p className="ac-muted">
          {t('requests.clock', { day: format.day(new Date(dueAt(openedAt)), new Date(openedAt)) })}
        </p>
        {cases.length > 1 && (
          <ChoiceField label={t('requests.about')} choices={choices} chosen={about} onChoose={setAbout} />
        )}
        <TextField
          label={t(`requests.${kind}.label`)}
          description={t('requests.readers')}
          lines={4}
          maxLength={LONGEST_REQUEST_WORDS}
          value={words}
          onChange={(next) => {
            setWords(next)
            setMissing(false)
          }}
          error={isMissing ? t('requests.missing') : asking.isError ? t('requests.notSent') : undefined}
          autoFocus
        />
        <Button kind="primary" block size="large" isPending={asking.isPending} onPress={press}>
          {t('requests.send')}
        </Button>
      </div>
    </Sheet>
  )
}

/** One request for each time that the sheet is opened, however often it is sent. */
function begun() {
  const openedAt = Date.now()
  return { openedAt, id: uuidV7(openedAt, crypto.getRandomValues(new Uint8Array(10))) }
}
