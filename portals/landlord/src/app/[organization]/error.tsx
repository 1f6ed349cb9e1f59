'use client';

export { PageFailure as default } from '@/shell/page-failure';
