import { NotFound } from '@/shell/not-found';

export default function NotFoundAnywhere() {
  return <NotFound isPage />;
}
