export default {"land":"2TmyDCSVEET","labels":[]};
