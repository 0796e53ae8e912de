import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DISCLOSURE_AUTHORITIES } from '@accord/domain/consent/disclosure'
import type { CaseSummary } from '@accord/domain/rest/case'
import { LONGEST_CONSENT, type DisclosureBody } from '@accord/domain/rest/consent'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { TickBox } from '@accord/ui/controls/tick-box'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName } from '../../../lib/people.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { toasts } from '../../../lib/toasts.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { consentsQuery, disclosuresQuery, writeDisclosure } from '../api/consents.js'
import { dayOf, disclosureOf, permittedIn, type DisclosureDraft } from './disclosure-draft.js'

interface DisclosureDialogProps {
  readonly summary: CaseSummary
  readonly onClose: () => void
}

/** Writes down what was told to somebody outside, on which authority. (CO9) */
export function DisclosureDialog({ summary, onClose }: DisclosureDialogProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const queries = useQueryClient()
  const { caseId } = summary
  const permitted = permittedIn(useQuery(consentsQuery(caseId)).data, now.getTime())
  const [draft, setDraft] = useState<DisclosureDraft>(() => ({
    authority: 'law',
    consent: '',
    recipient: '',
    address: '',
    what: '',
    why: '',
    day: dayOf(now),
    isHeld: false,
  }))
  const change = (changes: Partial<DisclosureDraft>) => setDraft({ ...draft, ...changes })
  const body = disclosureOf(draft, permitted, now.getTime())
  const writing = useMutation({
    mutationFn: (made: DisclosureBody) => writeDisclosure(caseId, made),
    onSuccess: (told) => {
      queries.setQueryData(disclosuresQuery(caseId).queryKey, told)
      toasts.add({ kind: 'done', words: t('told.written') })
      onClose()
    },
  })
  const authorities = DISCLOSURE_AUTHORITIES.filter((id) => id !== 'consent' || permitted.length > 0)
  const names = format.list(clientsOf(summary.people).map(({ name }) => givenName(name)))
  const isConsent = draft.authority === 'consent'
  const press = () => body !== null && writing.mutate(body)
  return (
    <Dialog
      title={t('told.write')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={body === null} isPending={writing.isPending} onPress={press}>
            {t('told.keep')}
          </Button>
          <Button onPress={onClose}>{t('told.cancel')}</Button>
        </>
      }
    >
      <div className="web-told">
        <ChoiceField
          label={t('told.onWhat')}
          choices={authorities.map((id) => ({ id, label: t(`told.authority.${id}`) }))}
          chosen={draft.authority}
          onChoose={(authority) => change({ authority, consent: permitted[0]?.consent ?? '' })}
        />
        {isConsent ? (
          <ChoiceField
            label={t('told.recipient')}
            choices={permitted.map(({ consent, recipientName }) => ({
              id: consent,
              label: recipientName ?? '',
            }))}
            chosen={draft.consent}
            onChoose={(consent) => change({ consent })}
          />
        ) : (
          <TextField
            label={t('told.recipient')}
            maxLength={LONGEST_CONSENT.name}
            value={draft.recipient}
            onChange={(recipient) => change({ recipient })}
          />
        )}
        <TextField
          label={t('told.address')}
          maxLength={LONGEST_CONSENT.address}
          value={draft.address}
          onChange={(address) => change({ address })}
        />
        <TextField label={t('told.day')} type="date" value={draft.day} onChange={(day) => change({ day })} />
        <TextField
          label={t('told.whatWas')}
          description={t('told.whatWas.hint')}
          lines={2}
          maxLength={LONGEST_CONSENT.words}
          value={draft.what}
          onChange={(what) => change({ what })}
        />
        <TextField
          label={t('told.why')}
          lines={2}
          maxLength={LONGEST_CONSENT.words}
          value={draft.why}
          onChange={(why) => change({ why })}
        />
        {!isConsent && (
          <TickBox label={t('told.hold')} isTicked={draft.isHeld} onChange={(isHeld) => change({ isHeld })} />
        )}
        <p className="ac-muted ac-small">
          {t(draft.isHeld && !isConsent ? 'told.seesLater' : 'told.sees', { names })}
        </p>
        {writing.error !== null && (
          <p className="ac-field-error" role="alert">
            {t(refusalCode(writing.error) === 'consent-withheld' ? 'told.withheld' : 'told.failed')}
          </p>
        )}
      </div>
    </Dialog>
  )
}
