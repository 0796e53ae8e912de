import type { MeetingAction, MeetingContent, MeetingForm } from '@accord/domain/supervision/meeting'

/** A meeting while somebody writes it; numbers as they are typed. */
export interface MeetingDraft extends Omit<MeetingContent, 'minutes' | 'form' | 'actions'> {
  readonly minutes: string
  readonly form: MeetingForm['kind']
  readonly size: string
  readonly actions: readonly MeetingAction[]
}

export function draftOf(content: MeetingContent | null, today: string): MeetingDraft {
  if (content === null) {
    const nothing = { people: '', topics: '', risk: '', actions: [], observation: 'none' as const }
    return { day: today, minutes: '60', form: 'individual', size: '4', medium: 'in-person', ...nothing }
  }
  const { form, minutes, ...rest } = content
  const size = 'people' in form ? String(form.people) : '4'
  return { ...rest, minutes: String(minutes), form: form.kind, size }
}

export type DraftTrouble = 'day' | 'minutes' | 'size' | 'topics'

/** What is still missing or cannot be. @param today a meeting is recorded after it was held */
export function troublesOf(draft: MeetingDraft, today: string): readonly DraftTrouble[] {
  const isBetween = (text: string, least: number, most: number) =>
    /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most
  const hasSize = draft.form === 'group' || draft.form === 'peer'
  const troubles: readonly (readonly [DraftTrouble, boolean])[] = [
    ['day', draft.day === '' || draft.day > today],
    ['minutes', !isBetween(draft.minutes, 5, 600)],
    ['size', hasSize && !isBetween(draft.size, 2, 40)],
    ['topics', draft.topics.trim() === ''],
  ]
  return troubles.flatMap(([trouble, is]) => (is ? [trouble] : []))
}

export function contentOf(draft: MeetingDraft): MeetingContent {
  const { form, size, minutes, ...rest } = draft
  const people = Number(size)
  return {
    ...rest,
    minutes: Number(minutes),
    form: form === 'group' || form === 'peer' ? { kind: form, people } : { kind: form },
    actions: rest.actions.flatMap((action) => {
      const what = action.what.trim()
      return what === '' ? [] : [{ ...action, what }]
    }),
  }
}
