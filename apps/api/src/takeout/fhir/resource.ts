import { createHash } from 'node:crypto'

/** A FHIR R4 resource; the tests ask the standard's own definitions what may be in it. (TO8) */
export interface Resource {
  readonly resourceType: string
  readonly id: string
  readonly [element: string]: unknown
}

export interface Reference {
  readonly reference: string
  readonly display?: string
}

export interface Coding {
  readonly system: string
  readonly code: string
  readonly display?: string
}

export const LOINC = 'http://loinc.org'

/** By which a resource is found within the bundle. */
export function urlOf(id: string): string {
  return `urn:uuid:${id}`
}

/** A reference within the bundle. */
export function refTo(id: string, display?: string): Reference {
  return { reference: urlOf(id), ...(display === undefined ? {} : { display }) }
}

export function instant(at: number): string {
  return new Date(at).toISOString()
}

export function text(words: string): { readonly text: string } {
  return { text: words }
}

export function coded(coding: Coding, words?: string) {
  return { coding: [coding], ...(words === undefined ? {} : { text: words }) }
}

export function loinc(code: string, display?: string) {
  return coded({ system: LOINC, code, ...(display === undefined ? {} : { display }) }, display)
}

/** The same id for the same thing in every copy, for things that have no id of their own. [RFC 9562, version 8] */
export function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** FHIR knows no empty strings: what is empty is left out. */
export function optional(element: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === null || value === undefined || value === '' ? {} : { [element]: value }
}

/** Lists likewise. */
export function some(element: string, values: readonly unknown[]): Readonly<Record<string, unknown>> {
  return values.length === 0 ? {} : { [element]: values }
}

/** Words for a resource that is made of text: plain paragraphs, everything else written as it is. */
export function narrative(paragraphs: readonly string[]) {
  const inside = paragraphs.map((words) => `<p>${escaped(words)}</p>`).join('')
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>` }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

/** Plain text as an attachment. */
export function attachment(title: string, words: string) {
  const data = Buffer.from(words, 'utf8').toString('base64')
  return { contentType: 'text/plain; charset=utf-8', title, data }
}
