import type { NoteContent } from '@accord/domain/note/content'
import type { NoteDraft } from '@accord/domain/rest/note'
import { Button } from '@accord/ui/controls/button'
import { NotePaper } from '@accord/ui/note/note-paper'
import type { NoteWords } from '@accord/ui/note/note-words'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { bothTexts } from './both-texts.js'
import type { Draft } from './use-draft.js'

interface OtherTabProps {
  readonly draft: Draft
  readonly theirs: NoteDraft
  readonly say: NoteWords
}

/** Saved elsewhere in between: both texts, side by side, and nothing is overwritten until the writer chose. (NO7) */
export function OtherTab({ draft, theirs, say }: OtherTabProps) {
  const t = useWebMessages()
  const choose = (content: NoteContent) => draft.settle(content, theirs)
  return (
    <section className="web-note-both" aria-labelledby="note-both">
      <h2 className="ac-heading" id="note-both">
        {t('note.both.title')}
      </h2>
      <p>{t('note.both.sentence')}</p>
      <div className="web-note-both-texts">
        <div>
          <h3 className="ac-subheading">{t('note.both.here')}</h3>
          <NotePaper content={draft.content} say={say} />
          <Button onPress={() => choose(draft.content)}>{t('note.both.takeHere')}</Button>
        </div>
        <div>
          <h3 className="ac-subheading">{t('note.both.there')}</h3>
          <NotePaper content={theirs.content} say={say} />
          <Button onPress={() => choose(theirs.content)}>{t('note.both.takeThere')}</Button>
        </div>
      </div>
      <Button kind="primary" onPress={() => choose(bothTexts(draft.content, theirs.content))}>
        {t('note.both.keep')}
      </Button>
    </section>
  )
}
