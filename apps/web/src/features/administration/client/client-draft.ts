import type { Client, ClientBody } from '@accord/domain/rest/people'

/** The form's own words, before anything is made of them. */
export interface ClientDraft {
  readonly name: string
  readonly pronouns: string
  readonly language: string
  readonly email: string
  readonly phone: string
  readonly dateOfBirth: string
  readonly emergencyName: string
  readonly emergencyRelation: string
  readonly emergencyPhone: string
}

export function draftOf(client: Client | null): ClientDraft {
  return {
    name: client?.name ?? '',
    pronouns: client?.pronouns ?? '',
    language: client?.language ?? '',
    email: client?.email ?? '',
    phone: client?.phone ?? '',
    dateOfBirth: client?.dateOfBirth ?? '',
    emergencyName: client?.emergencyContact?.name ?? '',
    emergencyRelation: client?.emergencyContact?.relation ?? '',
    emergencyPhone: client?.emergencyContact?.phone ?? '',
  }
}

/** What is not known is null; an emergency contact is there or isn't. */
export function bodyOf(draft: ClientDraft): ClientBody {
  const { emergencyName: name, emergencyRelation: relation, emergencyPhone: phone } = draft
  return {
    name: draft.name,
    pronouns: orNull(draft.pronouns),
    language: orNull(draft.language),
    email: draft.email,
    phone: orNull(draft.phone),
    dateOfBirth: orNull(draft.dateOfBirth),
    emergencyContact: `${name}${relation}${phone}`.trim() === '' ? null : { name, relation, phone },
  }
}

function orNull(words: string): string | null {
  return words.trim() === '' ? null : words.trim()
}
