import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MeasuresPage } from '@accord/domain/rest/measures'
import { Button } from '@accord/ui/controls/button'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { Dialog } from '@accord/ui/controls/dialog'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { givenName } from '../../../lib/people.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { askMeasure, measuresQuery } from '../api/measures.js'

interface AskDialogProps {
  readonly page: MeasuresPage
  /** The instrument that is chosen at first. */
  readonly first: string | null
  readonly onClose: () => void
}

/** Asks a client to fill one in: it waits on their first screen, and says who reads it. (ME6) */
export function AskDialog({ page, first, onClose }: AskDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const queries = useQueryClient()
  const [client, setClient] = useState(page.clients[0]?.client ?? null)
  const [instrument, setInstrument] = useState(first ?? page.offered[0]?.instrument ?? null)
  const name = givenName(page.clients.find((one) => one.client === client)?.name ?? '')
  const asking = useMutation({
    mutationFn: async () => {
      if (client !== null && instrument !== null) await askMeasure(page.caseId, { client, instrument })
    },
    onSuccess: async () => {
      toasts.add({ kind: 'done', words: t('measures.asked', { name }) })
      await queries.invalidateQueries({ queryKey: measuresQuery(page.caseId).queryKey })
      onClose()
    },
  })
  const waits = refusalCode(asking.error) === 'already-exists'
  return (
    <Dialog
      title={t('measures.ask.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            isPending={asking.isPending}
            isDisabled={client === null || instrument === null}
            onPress={() => asking.mutate()}
          >
            {t('measures.ask.do', { name })}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      {page.clients.length > 1 && (
        <OnePill
          label={t('measures.ask.whom')}
          choices={page.clients.map((one) => ({ id: one.client, label: givenName(one.name) }))}
          chosen={client}
          onChoose={setClient}
        />
      )}
      <OnePill
        label={t('measures.ask.which')}
        choices={page.offered.map((one) => ({
          id: one.instrument,
          label: t('measures.ask.offer', { title: one.title, count: one.questions }),
        }))}
        chosen={instrument}
        onChoose={setInstrument}
      />
      <p className="ac-muted ac-small">
        {t('measures.ask.sees', {
          name,
          names: format.list(page.readers.map((one) => givenName(one.name))),
        })}
      </p>
      {asking.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{waits ? t('measures.ask.waits', { name }) : t('save.server')}</span>
        </p>
      )}
    </Dialog>
  )
}
