import { PageLoading } from '@/shell/page-loading';

export default function Loading() {
  return <PageLoading />;
}
