declare const __TESSERA_VERSION__: string | undefined;

const version = typeof __TESSERA_VERSION__ === 'string' ? __TESSERA_VERSION__ : 'source';

/**
 * Registers an element's tag. When another copy of the kit has registered it first, that one stays
 * and the console says so once: a page never breaks because two of its parts bring the kit along.
 */
export function define(
  tag: string,
  element: CustomElementConstructor & { version?: string },
): void {
  const present: (CustomElementConstructor & { version?: string }) | undefined =
    customElements.get(tag);
  if (!present) {
    element.version = version;
    customElements.define(tag, element);
  } else if (present !== element) {
    console.warn(
      `<${tag}> is registered already (Tessera ${present.version ?? 'of an unknown version'}); the copy of ${version} is not used.`,
    );
  }
}
