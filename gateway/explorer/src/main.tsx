import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import './inspection/inspection.css';
import { createRoot } from 'react-dom/client';
import { Explorer } from './explorer';

const root = document.querySelector('#explorer');
if (root) createRoot(root).render(<Explorer />);
