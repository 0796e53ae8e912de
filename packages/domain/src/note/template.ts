import { z } from 'zod/mini'
import type { Discipline } from '../case/discipline.js'
import { id } from '../sync/shapes.js'

declare const brand: unique symbol
/** Names a clinic's own template, whatever its version. */
export type TemplateId = string & { readonly [brand]: 'note-template' }

export const MOST_TEMPLATES = 40
const MOST_SECTIONS = 12
/** In UTF-16 code units. */
export const LONGEST_TITLE = 60
export const LONGEST_HELP = 160

/** A section of a clinic's own: what it is called, and a line that helps to fill it. */
export interface TemplateSection {
  /** Lasting, so that a section may be called otherwise and stays itself. */
  readonly id: string
  readonly title: string
  readonly help: string
}

/** A clinic's own form. Every edit makes a version; notes keep the one they were written in. (NO4) */
export interface NoteTemplate {
  readonly template: TemplateId
  readonly version: number
  readonly name: string
  /** For whom it is offered; empty for every discipline. */
  readonly disciplines: readonly Discipline[]
  readonly sections: readonly TemplateSection[]
  /** No longer offered. */
  readonly retired: boolean
}

/** One line without control characters. */
const line = (longest: number) =>
  z
    .string()
    .check(z.trim(), z.maxLength(longest), z.regex(/^[^\p{Cc}\u200b\u2060\u202a-\u202e\u2066-\u2069]*$/u))

const templateSectionSchema = z.strictObject({
  id: id<string>(),
  title: line(LONGEST_TITLE).check(z.minLength(1)),
  help: line(LONGEST_HELP),
})

export const templateNameSchema = line(LONGEST_TITLE).check(z.minLength(1))

export const templateSectionsSchema = z
  .array(templateSectionSchema)
  .check(z.minLength(1), z.maxLength(MOST_SECTIONS), z.refine(differ))

/** No two sections are the same one. */
function differ(sections: readonly { readonly id: string }[]): boolean {
  return new Set(sections.map((section) => section.id)).size === sections.length
}
