export default {"land":"wnCo7DCMVNOH g6BsjDKDKINOLJ","labels":[]};
