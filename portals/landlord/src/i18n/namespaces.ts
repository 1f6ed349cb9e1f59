/** The files of messages/<locale>/. */
export const NAMESPACES = ['common', 'enums', 'failures', 'shell', 'ui', 'properties'] as const;
