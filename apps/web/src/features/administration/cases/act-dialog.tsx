import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '@accord/domain/ids'
import type { CaseFile } from '@accord/domain/rest/case-file'
import type { People } from '@accord/domain/rest/people'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { SearchChoice } from '@accord/ui/controls/search-choice'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages, type WebTranslate } from '../../../lib/use-web-messages.js'
import { actOnCase, type CaseAct } from '../api/act-on-case.js'
import { peopleQuery } from '../api/people.js'
import { SaveTrouble } from '../save-trouble.js'
import { type Act, askedOf, replacedBy } from './act.js'
import { clientItems, staffItems } from './person-items.js'

interface ActDialogProps {
  readonly file: CaseFile
  readonly act: Act
  readonly onClose: () => void
}

/** An act on a case: who comes, and what it does to everybody's rights, before it is done. */
export function ActDialog({ file, act, onClose }: ActDialogProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const { data: people } = useQuery(peopleQuery)
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  const needsSomebody = act.kind === 'join' || act.kind === 'supervise'
  const doing = useMutation({
    mutationFn: (asked: CaseAct) => actOnCase(file.caseId, asked),
    onSuccess: async () => {
      await queries.invalidateQueries()
      toasts.add({ kind: 'done', words: t('desk.act.done') })
      onClose()
    },
  })
  const confirm = () => {
    setIsAsked(true)
    const asked = askedOf(file, act, chosen)
    if (asked !== null) doing.mutate(asked)
  }
  const items = people === undefined ? [] : itemsFor(people, act).filter(isNew(file))
  return (
    <Dialog
      title={titleOf(t, act)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            kind={act.kind === 'end' ? 'danger' : 'primary'}
            isPending={doing.isPending}
            onPress={confirm}
          >
            {titleOf(t, act)}
          </Button>
          <Button onPress={onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      {needsSomebody && people !== undefined && (
        <SearchChoice
          label={t('desk.act.who')}
          items={items}
          chosen={chosen}
          // What the field holds are ids of people, by which they were listed.
          onChoose={(id) => setChosen(id as PersonId | null)}
          nothing={t('desk.cases.nobody')}
          error={isAsked && chosen === null ? t('desk.act.whoMissing') : undefined}
        />
      )}
      <div className="web-effect">
        <p className="ac-strong ac-small">{t('desk.effect.label')}</p>
        <p className="ac-small">{effectOf(t, file, act)}</p>
      </div>
      <SaveTrouble error={doing.error} />
    </Dialog>
  )
}

function itemsFor(people: People, act: Act) {
  if (act.kind === 'supervise') return staffItems(people, 'supervisor')
  if (act.kind === 'join' && act.relation === 'practitioner') return staffItems(people, 'practitioner')
  return clientItems(people)
}

function isNew(file: CaseFile): (item: { readonly id: string }) => boolean {
  const here = new Set<string>(file.people.filter(({ until }) => until === null).map(({ person }) => person))
  return ({ id }) => !here.has(id)
}

function titleOf(t: WebTranslate, act: Act): string {
  switch (act.kind) {
    case 'join':
      return act.relation === 'practitioner'
        ? t('desk.act.changePractitioner')
        : act.relation === 'client'
          ? t('desk.act.addClient')
          : t('desk.act.addGuardian')
    case 'supervise':
      return t('desk.act.changeSupervisor')
    case 'end':
      return t('desk.act.end', { name: act.part.name })
    case 'close':
      return t('desk.act.close')
    case 'reopen':
      return t('desk.act.reopen')
  }
}

function effectOf(t: WebTranslate, file: CaseFile, act: Act): string {
  const before = replacedBy(file, act)
  switch (act.kind) {
    case 'join':
      if (act.relation !== 'practitioner') return t('desk.effect.join')
      return t('desk.effect.practitioner', { had: before === null ? 'no' : 'yes', name: before?.name ?? '' })
    case 'supervise':
      return t('desk.effect.supervisor', { had: before === null ? 'no' : 'yes', name: before?.name ?? '' })
    case 'end':
      return t('desk.effect.end', { name: act.part.name })
    case 'close':
      return t('desk.effect.close')
    case 'reopen':
      return t('desk.effect.reopen')
  }
}
