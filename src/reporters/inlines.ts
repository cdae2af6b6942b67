import type { Inline, Mark } from './document.js';

export function name(text: string): Inline {
  return { type: 'name', text };
}

export function code(text: string): Inline {
  return { type: 'code', text };
}

export function quote(text: string): Inline {
  return { type: 'quote', text };
}

export function strong(text: Inline): Inline {
  return { type: 'strong', text };
}

export function soft(text: Inline): Inline {
  return { type: 'soft', text };
}

export function tag(text: Inline): Inline {
  return { type: 'tag', text };
}

export function time(iso: string): Inline {
  return { type: 'time', iso };
}

/** A time, or a dash where there is none. */
export function timeOrDash(iso: string | null): Inline {
  return iso === null ? '–' : time(iso);
}

export function link(text: string, url: string): Inline {
  return { type: 'link', text, url };
}

export function jump(text: Inline, to: string): Inline {
  return { type: 'jump', text, to };
}

export function sign(mark: Mark): Inline {
  return { type: 'mark', mark };
}

export function items(items: readonly Inline[], noun: string): Inline {
  return { type: 'items', items, noun };
}

/** `a`, `a and b`, `a, b, and c` */
export function series(parts: readonly Inline[]): Inline {
  const last = parts.length > 2 ? ', and ' : ' and ';
  return parts.map((part, index) => [index === 0 ? '' : index === parts.length - 1 ? last : ', ', part]);
}

/** Pieces of a line with the same words between them. */
export function joined(parts: readonly Inline[], separator: string): Inline {
  return parts.map((part, index) => (index === 0 ? part : [separator, part]));
}

/** Several pieces of a line. */
export function isInlines(content: Inline): content is readonly Inline[] {
  return Array.isArray(content);
}
