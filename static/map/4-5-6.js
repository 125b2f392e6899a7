export default {"land":"iQi9BEIfWDB","labels":[]};
