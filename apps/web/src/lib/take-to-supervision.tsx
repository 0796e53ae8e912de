import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseId } from '@accord/domain/ids'
import type { AgendaSubject } from '@accord/domain/supervision/agenda'
import type { PersonName } from '@accord/domain/sync/wire'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { clientsOf, givenName, supervisorsOf } from './people.js'
import { useSelf } from './self-context.js'
import { addToAgenda, agendaKey, pairIds, pairsQuery } from './supervision.js'
import { toasts } from './toasts.js'
import { useWebMessages } from './use-web-messages.js'

/** The supervisors to whom somebody can take what comes up in a case, as its practitioner. */
export function useOwnSupervisors(caseSupervisors: readonly string[]) {
  const { person, roles } = useSelf()
  const { data } = useQuery({ ...pairsQuery, enabled: roles.includes('practitioner') })
  return (data?.pairs ?? []).filter(
    ({ practitioner, supervisor, isCurrent }) =>
      isCurrent && practitioner.person === person.id && caseSupervisors.includes(supervisor.person),
  )
}

/** In UTF-16 code units. */
const LONGEST = 1_000

interface TakeToSupervisionProps {
  readonly about: Exclude<AgendaSubject, { readonly kind: 'topic' }>
  /** Who supervises the case. */
  readonly supervisors: readonly string[]
  /** What is taken, in the words of the page it was taken from. */
  readonly what: string
  /** What the sentence begins as; it can be changed before it is taken. (RF4) */
  readonly words?: string
  readonly onClose: () => void
}

/** Puts a goal, a moment, a comment or a sentence about a case on the agenda of the next supervision, with a sentence if one likes. (SQ7) */
export function TakeToSupervision({
  about,
  supervisors,
  what,
  words: begun = '',
  onClose,
}: TakeToSupervisionProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const queries = useQueryClient()
  const pairs = useOwnSupervisors(supervisors)
  const [words, setWords] = useState(begun)
  const names = format.list(pairs.map(({ supervisor }) => givenName(supervisor.name)))
  const taking = useMutation({
    mutationFn: async () => {
      for (const pair of pairs) {
        const ids = pairIds(pair)
        queries.setQueryData(agendaKey(ids), await addToAgenda(ids, { about, words: words.trim() }))
      }
    },
    onSuccess: () => {
      toasts.add({ kind: 'done', words: t('take.done', { names }) })
      onClose()
    },
  })
  return (
    <Dialog
      title={t('take.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            isPending={taking.isPending}
            isDisabled={pairs.length === 0 || (about.kind === 'case' && words.trim() === '')}
            onPress={() => taking.mutate()}
          >
            {t('take.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <p className="ac-strong web-dialog-lead" dir="auto">
        {what}
      </p>
      <TextField
        label={t(about.kind === 'case' ? 'take.sentence' : 'take.words')}
        lines={3}
        value={words}
        onChange={setWords}
        maxLength={LONGEST}
        description={t('take.seen', { names })}
        autoFocus
      />
      {taking.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{t('save.server')}</span>
        </p>
      )}
    </Dialog>
  )
}

interface BringToSupervisionProps {
  readonly caseId: CaseId
  readonly people: readonly PersonName[]
  /** Private words, of which nothing goes anywhere before their writer has read them again and said so. (RF4) */
  readonly words: string
}

/** From one's own paper to the agenda of supervision, by one's own act; nothing where one has no supervision. */
export function BringToSupervision({ caseId, people, words }: BringToSupervisionProps) {
  const t = useWebMessages()
  const format = useFormat()
  const supervisors = supervisorsOf(people)
  const hasSupervision = useOwnSupervisors(supervisors).length > 0
  const [isTaking, setTaking] = useState(false)
  if (!hasSupervision) return null
  return (
    <>
      <Button size="small" isDisabled={words === ''} onPress={() => setTaking(true)}>
        {t('take.bring')}
      </Button>
      {isTaking && (
        <TakeToSupervision
          about={{ kind: 'case', caseId }}
          supervisors={supervisors}
          what={format.list(clientsOf(people).map(({ name }) => name))}
          words={words.slice(0, LONGEST)}
          onClose={() => setTaking(false)}
        />
      )}
    </>
  )
}
