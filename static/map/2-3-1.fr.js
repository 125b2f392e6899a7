export default ["Malaisie","République populaire de Chine","Corée du Sud","Corée du Nord","Mongolie","Viêt Nam","Cambodge","Thaïlande","Birmanie","","Japon","","Pékin","","","","","","","",""];
