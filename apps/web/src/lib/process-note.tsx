import './process-note.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import type { SessionId } from '@accord/domain/ids'
import { LONGEST_PROCESS_NOTE, type OwnProcessNote } from '@accord/domain/rest/process-note'
import type { PersonName } from '@accord/domain/sync/wire'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { PrivatePaper } from '@accord/ui/private/private-paper'
import { DeleteProcessNote } from './delete-process-note.js'
import { ownProcessNote, PageKeeper, type PageSaving } from './page-keeper.js'
import { givenName } from './people.js'
import { useSelf } from './self-context.js'
import { useWebMessages } from './use-web-messages.js'

interface ProcessNoteProps {
  readonly session: SessionId
  readonly people: readonly PersonName[]
}

/** What a practitioner writes about a session for themselves, apart from the record. Nothing is fetched before it is opened. (PN) */
export function ProcessNote({ session, people }: ProcessNoteProps) {
  const t = useWebMessages()
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    queryKey: ['process-note', session],
    queryFn: () => ownProcessNote(session),
    enabled: isOpen,
    // What is being written is not replaced by what is fetched anew, and is kept by no page that was left. (PN6)
    staleTime: Infinity,
    gcTime: 0,
  })
  const isReady = data !== undefined && isFetchedAfterMount
  return (
    <div className="web-process-note">
      <PrivatePaper
        title={t('processNote.title')}
        actions={
          <Button kind="quiet" size="small" onPress={() => setOpen(!isOpen)}>
            {t(isOpen ? 'processNote.close' : 'processNote.open')}
          </Button>
        }
      >
        {!isOpen && <p>{t('processNote.what')}</p>}
        {isOpen && isReady && <Page key={session} session={session} page={data} people={people} />}
        {isOpen && !isReady && error === null && <p role="status">{t('assume.opening')}</p>}
        {isOpen && data === undefined && error !== null && (
          <p role="alert">
            {t('assume.failed')}{' '}
            <Button kind="quiet" size="small" onPress={() => void refetch()}>
              {t('assume.retry')}
            </Button>
          </p>
        )}
      </PrivatePaper>
    </div>
  )
}

interface PageProps extends ProcessNoteProps {
  readonly page: OwnProcessNote
}

function Page({ session, page, people }: PageProps) {
  const t = useWebMessages()
  const id = useId()
  const [keeper] = useState(() => new PageKeeper(session, page))
  const { words, saving } = useSyncExternalStore(keeper.subscribe, keeper.state)
  useLeaving(keeper)
  return (
    <>
      <label className="ac-hidden" htmlFor={id}>
        {t('processNote.label')}
      </label>
      <div className="web-process-note-box">
        {/* As tall as the words: the box lies over it. */}
        <div aria-hidden="true">{`${words}\n`}</div>
        <textarea
          id={id}
          aria-describedby={`${id}-readers`}
          dir="auto"
          rows={4}
          placeholder={t('processNote.placeholder')}
          maxLength={LONGEST_PROCESS_NOTE}
          value={words}
          onChange={({ target }) => keeper.change(cleanText(target.value).replaceAll('\u0085', '\n'))}
        />
      </div>
      {saving.kind === 'conflict' && <OtherTab keeper={keeper} words={words} theirs={saving.theirs} />}
      <div className="web-process-note-foot">
        <SavedPage saving={saving} />
        {(words !== '' || saving.kind === 'saved') && <DeleteProcessNote remove={keeper.remove} />}
      </div>
      <Readers id={`${id}-readers`} readers={page.readers} people={people} />
    </>
  )
}

/** Who can read it, as the server's own rule answers. (PN4) */
function Readers({
  id,
  readers,
  people,
}: { readonly id: string } & Pick<OwnProcessNote, 'readers'> & Pick<ProcessNoteProps, 'people'>) {
  const t = useWebMessages()
  const format = useFormat()
  const { person } = useSelf()
  const others = people.filter((one) => readers.includes(one.person) && one.person !== person.id)
  const names = format.list(others.map(({ name }) => givenName(name)))
  return (
    <p className="web-process-note-readers" id={id}>
      <LockIcon size={15} />
      <span>
        {t('processNote.readers', { count: others.length, names })} {t('processNote.apart')}
      </span>
    </p>
  )
}

function SavedPage({ saving }: { readonly saving: PageSaving }) {
  const t = useWebMessages()
  const format = useFormat()
  if (saving.kind === 'blank' || saving.kind === 'conflict') return <span />
  const isLost = saving.kind === 'not-saved'
  return (
    <span className="ac-muted ac-small" role={isLost ? 'alert' : 'status'}>
      {isLost && t('processNote.notSaved')}
      {saving.kind === 'saving' && t('processNote.saving')}
      {saving.kind === 'saved' && t('processNote.saved', { time: format.time(new Date(saving.at)) })}
    </span>
  )
}

interface OtherTabProps {
  readonly keeper: PageKeeper
  readonly words: string
  readonly theirs: OwnProcessNote
}

/** Saved elsewhere in between: nothing is overwritten until the writer chose. (PN6) */
function OtherTab({ keeper, words, theirs }: OtherTabProps) {
  const t = useWebMessages()
  return (
    <div className="web-process-note-both" role="alert">
      <p>{t(theirs.words === '' ? 'processNote.both.gone' : 'processNote.both')}</p>
      {theirs.words !== '' && <blockquote dir="auto">{theirs.words}</blockquote>}
      <div className="ac-row">
        {theirs.words !== '' && (
          <Button size="small" onPress={() => keeper.settle(`${theirs.words}\n\n${words}`, theirs)}>
            {t('processNote.both.keep')}
          </Button>
        )}
        <Button size="small" kind="quiet" onPress={() => keeper.settle(words, theirs)}>
          {t('processNote.both.here')}
        </Button>
      </div>
    </div>
  )
}

/** Whoever leaves the page has it saved; whoever closes it with words unsaved is asked. */
function useLeaving(keeper: PageKeeper): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.isDirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      if (keeper.isDirty) void keeper.flush()
    }
  }, [keeper])
}
