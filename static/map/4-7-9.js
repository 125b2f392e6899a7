export default {"land":"wnCo7DCMVNOH g6BsjDUENOLJ","labels":[]};
