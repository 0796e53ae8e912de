import type { Actor } from '@accord/domain/access/subject'
import type { SessionId } from '@accord/domain/ids'
import { emptyNote } from '@accord/domain/note/content'
import { quoteKey } from '@accord/domain/note/quote'
import type { TemplateId } from '@accord/domain/note/template'
import { amendmentHash, noteHash } from '@accord/domain/note/text'
import { isRefusal, type Refusal } from '@accord/domain/refusal'
import type { NoteDraft } from '@accord/domain/rest/note'
import { Injectable } from '@nestjs/common'
import { NoteDeskService } from '../../note/note-desk.service.js'
import { NoteSigningService } from '../../note/note-signing.service.js'
import { TemplateService } from '../../note/template.service.js'
import { newUuid } from '../../history/new-uuid.js'
import { SessionService } from '../../session/session.service.js'
import { demoActor } from './demo.actor.js'
import type { ToldStories } from './demo.supervision.js'
import { NOTES, type NoteStory } from './note-story.js'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Has the practice's people write their notes, each by its service's own door. */
@Injectable()
export class DemoNotes {
  constructor(
    private readonly sessions: SessionService,
    private readonly desk: NoteDeskService,
    private readonly signing: NoteSigningService,
    private readonly templates: TemplateService,
  ) {}

  async tell(told: ToldStories): Promise<void> {
    await this.makeForm(told)
    for (const story of NOTES) await this.write(told, story)
  }

  private async makeForm({ clinic, people, clock, now }: ToldStories): Promise<void> {
    clock.startAt(now - 90 * DAY)
    const section = (title: string, help: string) => ({ id: newUuid(clock.now()), title, help })
    const sections = [
      section('What each of them brought', 'One after the other, in their own words'),
      section('What happened between them', 'What you saw, not what it means'),
      section('What they take home', 'Who does what, in their words'),
    ]
    const template = newUuid(clock.now()) as TemplateId
    const body = { template, after: 0, name: 'Couple session', disciplines: [], sections, retired: false }
    must(await this.templates.write(demoActor('beth', clinic, people), body))
  }

  private async write(told: ToldStories, story: NoteStory): Promise<void> {
    const { clinic, people, clock } = told
    const author = demoActor(story.author, clinic, people)
    const { session, ended } = await this.heldIn(author, told, story)
    clock.startAt(ended + 25 * MINUTE)
    const { quotable } = must(await this.desk.read(author, session))
    const empty = emptyNote({ kind: story.kind })
    const draft = must(
      await this.desk.save(author, session, {
        ...{ after: 0, form: { kind: story.kind }, marks: [...(story.marks ?? [])] },
        sections: empty.sections.map(({ section }) => ({ section, words: story.words[section] ?? '' })),
        quotes: story.quotes ? quotable.map(quoteKey) : [],
      }),
    )
    if (story.isDraft) return
    clock.wait(12 * MINUTE)
    await this.sign(author, { story, session, draft }, told)
  }

  private async sign(
    author: Actor,
    { story, session, draft }: { story: NoteStory; session: SessionId; draft: NoteDraft },
    { people, clock }: ToldStories,
  ): Promise<void> {
    const { note, content, version } = draft
    const hash = noteHash({ note, session, version: 1 }, content)
    const coSigner = story.coSigner ? people[story.coSigner] : null
    const release = story.release ?? { kind: 'released', to: 'clients' }
    must(await this.signing.sign(author, note, { draft: version, hash, coSigner, release }))
    if (story.amended === undefined) return
    clock.wait(2 * DAY)
    const added = { number: 1, words: story.amended, hash: amendmentHash({ note, number: 1 }, story.amended) }
    must(await this.signing.amend(author, note, added))
  }

  private async heldIn(author: Actor, { cases }: ToldStories, { client, session: number }: NoteStory) {
    const caseId = cases.find((one) => one.client === client)?.caseId
    const all = caseId ? await this.sessions.ofCase(author, caseId) : []
    const held = all.filter(({ steps }) => steps.some(({ state }) => state === 'ended'))[number - 1]
    const ended = held?.steps.find(({ state }) => state === 'ended')?.at
    if (!held || ended === undefined) throw new Error(`${client} has no session ${number}`)
    return { session: held.session, ended }
  }
}

function must<Done>(answer: Done | Refusal): Done {
  if (isRefusal(answer)) throw new Error(`the demo’s notes were refused: ${answer.refused}`)
  return answer
}
